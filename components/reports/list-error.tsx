import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { paths } from '@/lib/paths'
import { ApiError } from '@/lib/queries/fetch-json'

/** What stands above or instead of the rows when they can't be read. A passing failure is left to the light. */
export function describeListError(error: Error | null, hasRows: boolean, retry: () => void) {
  if (!error) return undefined
  if (error instanceof ApiError && error.status === 401) {
    return {
      title: 'Your session has ended',
      text: 'What you see here is not up to date any more.',
      action: (
        <ButtonLink href={paths.signIn(paths.reports)} size="sm">
          Sign in
        </ButtonLink>
      ),
    }
  }
  if (hasRows) return undefined
  return {
    title: 'The history can’t be read',
    text:
      error instanceof ApiError
        ? error.message
        : 'The server does not answer. It is asked again every few seconds.',
    action: (
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    ),
  }
}
