import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class'
import { PageLink } from './page-link'

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({
  variant,
  size,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof PageLink> & {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
}) {
  return (
    <PageLink {...rest} className={buttonClass(variant, size, className)}>
      {icon}
      {children}
    </PageLink>
  )
}
