'use client'

import { type ComponentProps, useState } from 'react'
import { Input } from './input'

/**
 * A secret that can be looked at while it is typed. The button's name must not hold "password". It has no tooltip: the
 * page to sign in on would load the whole machinery for it.
 */
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, 'type'>) {
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Input
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...props}
        type={shown ? 'text' : 'password'}
        className="pr-14"
      />
      <button
        type="button"
        aria-label={shown ? 'Hide characters' : 'Show characters'}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-1 my-auto h-7 w-12 rounded-md text-ink-2 text-xs transition-colors duration-120 hover:bg-hover hover:text-ink pointer-coarse:h-9"
      >
        {shown ? 'Hide' : 'Show'}
      </button>
    </div>
  )
}
