import clsx from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md'

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-120 aria-disabled:not-aria-busy:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border border-transparent bg-accent text-on-accent shadow-control not-aria-disabled:hover:bg-accent-strong',
  secondary:
    'border border-control bg-surface text-ink shadow-control not-aria-disabled:hover:bg-sunken [&_svg]:text-ink-2',
  ghost:
    'border border-transparent text-ink-2 not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink',
  danger:
    'border border-transparent bg-danger text-on-accent shadow-control not-aria-disabled:hover:bg-danger-strong',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2 text-sm pointer-coarse:h-9',
  md: 'h-9 px-3 text-base pointer-coarse:h-11',
}

/** The look of a button, shared by buttons, links and triggers. */
export function buttonClass(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'md',
  className?: string,
): string {
  return clsx(base, variants[variant], sizes[size], className)
}
