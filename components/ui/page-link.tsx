import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link to a page of ours. Nothing is fetched ahead: each page is read anew when it is opened, and a table of fifty links
 * would cost the server as many answers.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  return <Link {...props} prefetch={false} />
}
