export type PageAction = { name: string; run: () => void }

/** What the page's top line offers, under the names that people see there. */
export function listPageActions(): PageAction[] {
  const elements = document.querySelectorAll<HTMLElement>(
    '[data-page-actions] a[href], [data-page-actions] button',
  )
  return [...elements]
    .filter((element) => element.checkVisibility() && element.ariaDisabled !== 'true')
    .map((element) => ({
      name: (element.ariaLabel ?? element.textContent ?? '').trim(),
      run: () => element.click(),
    }))
    .filter(({ name }) => name !== '')
}
