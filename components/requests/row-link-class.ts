/** A link among the icons of a row's actions. */
export const rowLinkClass =
  'inline-grid size-7 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-11'
