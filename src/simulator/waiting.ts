/** Something others wait for: no polling, no sleeping. */
export class Waiting {
  private readonly waiters = new Set<() => void>()
  private released = false

  /** Tells everybody who waits to look again. */
  wake(): void {
    for (const look of [...this.waiters]) look()
  }

  /** Lets everybody go, now and from now on: nothing will ever happen here again. */
  release(): void {
    this.released = true
    this.wake()
  }

  /** Resolves true as soon as `ready()` holds, false after so many milliseconds of real time or on release. */
  until(ready: () => boolean, ms: number): Promise<boolean> {
    if (this.released || ready()) return Promise.resolve(ready())
    return new Promise(resolve => {
      const finish = (value: boolean): void => {
        clearTimeout(timer)
        this.waiters.delete(look)
        resolve(value)
      }
      const look = (): void => {
        if (this.released || ready()) finish(ready())
      }
      const timer = setTimeout(finish, ms, false)
      this.waiters.add(look)
    })
  }
}
