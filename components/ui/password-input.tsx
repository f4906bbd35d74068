'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { IconButton } from './icon-button'
import { Input } from './input'

/** A secret that can be looked at while it is typed. The button's name must not hold "password". */
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
        className="pr-10"
      />
      <IconButton
        name={shown ? 'Hide characters' : 'Show characters'}
        icon={shown ? <EyeOff /> : <Eye />}
        size="sm"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 right-1 my-auto pointer-coarse:size-9"
      />
    </div>
  )
}
