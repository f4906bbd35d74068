import { expect, type Page } from '@playwright/test'

/** Types email and password into the page that is open, and presses the button. */
export async function submitSignIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export async function signInByPage(
  page: Page,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto('/sign-in')
  await submitSignIn(page, person)
  await expect(page).toHaveURL('/reports')
}
