import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { paths } from '@/lib/paths'
import { ApiError } from '@/lib/queries/fetch-json'

/**
 * What stands above (or instead of) live data that can't be read. A passing failure is left to the light.
 *
 * @param back where to come back to after signing in
 */
export function describePollError(
  error: Error | null,
  { hasData, back, retry }: { hasData: boolean; back: string; retry: () => void },
) {
  if (!error) return undefined
  if (error instanceof ApiError && error.status === 401) {
    return {
      title: 'Your session has ended',
      text: 'What you see here is not up to date any more.',
      action: (
        <ButtonLink href={paths.signIn(back)} size="sm">
          Sign in
        </ButtonLink>
      ),
    }
  }
  if (hasData) return undefined
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
