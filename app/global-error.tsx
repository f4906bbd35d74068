'use client'

import { buttonClass } from '@/components/ui/button-class'
import './globals.css'

type Props = { error: unknown; retry: () => void }

/**
 * Takes the place of the whole page, frame and all, when not even that could be made. Every page loads this beforehand,
 * so it is made of little.
 */
export default function GlobalError({ error, retry }: Props) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="en">
      <body>
        <title>Error · Reports Dashboard</title>
        <main role="alert" className="mx-auto grid max-w-md gap-3 px-4 py-24 text-center">
          <h1 className="font-semibold text-lg">This page could not be made</h1>
          <p className="text-ink-2">
            The fault is the server’s. Reports that run go on meanwhile.
            {digest && ` Its log has the fault under ${digest}.`}
          </p>
          <div>
            <button type="button" className={buttonClass('primary')} onClick={retry}>
              Try again
            </button>
          </div>
        </main>
      </body>
    </html>
  )
}
