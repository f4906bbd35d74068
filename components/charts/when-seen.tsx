'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Keeps the room of something heavy, and loads it when it comes near the window. */
export function WhenSeen({ height, children }: { height: number; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setSeen(true)
      },
      { rootMargin: '200px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={element} style={{ height }}>
      {seen && children}
    </div>
  )
}
