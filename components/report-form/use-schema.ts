import { useCallback, useState } from 'react'

/** The server's own schema of the form, loaded when somebody begins to fill it in: it is a tenth of the page. */
export const loadSchema = () =>
  import('@/lib/schemas/create-report').then((file) => file.createReportSchema)

export type Schema = Awaited<ReturnType<typeof loadSchema>>

/** Null until it was asked for and is there. */
export function useSchema(): { schema: Schema | null; askForSchema: () => void } {
  const [schema, setSchema] = useState<Schema | null>(null)
  const askForSchema = useCallback(() => {
    // Sending the form asks again, and says when it can't be had.
    loadSchema().then(
      (loaded) => setSchema(() => loaded),
      () => undefined,
    )
  }, [])
  return { schema, askForSchema }
}
