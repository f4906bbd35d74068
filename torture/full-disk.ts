import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** The folder of the archives, which can run full. */
export type FullDisk = { kind: string; fill: (isFull: boolean) => void; end: () => void }

const mebibytes = 96

/** A small disk of its own where this user may mount one; otherwise a folder that takes no new file while it is full. */
export function mountSmallDisk(folder: string): FullDisk {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mounted = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${mebibytes}m,mode=0700`,
    'none',
    folder,
  ])
  return mounted.status === 0 ? asDisk(folder) : asFolder(folder)
}

function asDisk(folder: string): FullDisk {
  const filler = join(folder, '.filler')
  return {
    kind: `a disk of ${mebibytes} MiB`,
    fill(isFull) {
      rmSync(filler, { force: true })
      if (isFull) writeUntilFull(filler)
    },
    end: () => void spawnSync('umount', ['-l', folder]),
  }
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) writeSync(file, block)
  } catch {
    // Full, as wanted.
  } finally {
    closeSync(file)
  }
}

function asFolder(folder: string): FullDisk {
  const [incoming, aside] = [join(folder, '.incoming'), join(folder, '.aside')]
  let isFull = false
  return {
    kind: 'a folder that takes no file',
    fill(next) {
      if (next === isFull) return
      isFull = next
      mkdirSync(next ? incoming : aside, { recursive: true })
      if (next) {
        renameSync(incoming, aside)
        writeFileSync(incoming, '')
      } else {
        rmSync(incoming)
        renameSync(aside, incoming)
      }
    },
    end: () => undefined,
  }
}
