/** A session ends when nobody used it for so long. */
export const sessionLifeDays = 30
