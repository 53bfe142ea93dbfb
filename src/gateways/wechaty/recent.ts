/** Remembers so many keys, the oldest forgotten first. */
export class Recent<V> {
  private readonly values = new Map<string, V>()

  constructor(private readonly limit: number) {}

  has(key: string): boolean {
    return this.values.has(key)
  }

  get(key: string): V | undefined {
    return this.values.get(key)
  }

  set(key: string, value: V): void {
    this.values.delete(key)
    this.values.set(key, value)
    if (this.values.size <= this.limit) return
    const oldest = this.values.keys().next()
    if (!oldest.done) this.values.delete(oldest.value)
  }
}
