/** What a stream tells a browser. The name of a frame is the name of its event. */
export type LiveFrame =
  /** The first: from here on nothing is missed, so what is shown is read anew. `listening`: see `deaf`. */
  | { kind: 'hello'; data: { listening: boolean } }
  /** Reports that changed, each with its version: what is older on screen is read anew. */
  | { kind: 'changes'; data: ReportChange[] }
  /** Something was or may have been missed: what is shown is read anew. */
  | { kind: 'resync'; data: { listening: boolean } }
  /** The server itself hears nothing for now: poll as if there were no stream. */
  | { kind: 'deaf'; data: null }
  /** Nothing happened: the stream lives. */
  | { kind: 'beat'; data: null }
  /** The session has ended. The stream ends with it. */
  | { kind: 'end'; data: null }

/** A report's id and its version, which grows with each change. */
export type ReportChange = readonly [id: string, version: number]

/** How often a stream says that it lives, in milliseconds. Silence of more than twice that is a break. */
export const beatMs = 15_000
