/** Types as the errors call them. */
export const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  tuple: '列表',
  object: '“键: 值”的一组',
  record: '“键: 值”的一组',
  map: '“键: 值”的一组',
  null: '空',
  undefined: '空',
}

/** The same value in the type that was wanted, where that is plain. */
export function converted(value: unknown, type: string, written: string): string | null {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `"${written || String(value)}"`
  }
  if ((type === 'number' || type === 'int') && typeof value === 'string') {
    const digits = value.normalize('NFKC').trim()
    return /^-?\d+(\.\d+)?$/.test(digits) && (type === 'number' || !digits.includes('.')) ? digits : null
  }
  if (type === 'int' && typeof value === 'number') return String(Math.round(value))
  if (type === 'boolean') {
    const word = String(value).toLowerCase()
    if (['yes', 'on', '1', '是', '开', 'true'].includes(word)) return 'true'
    if (['no', 'off', '0', '否', '关', 'false'].includes(word)) return 'false'
  }
  if (type === 'array' && typeof value === 'string') return `[${value.split(/[，、]\s*/).join(', ')}]`
  return null
}

/** `count ` before what is said of it; `第 2 项` for a member of a list. */
export function subject(last: string | number | undefined): string {
  if (last === undefined) return '这里'
  return typeof last === 'number' ? `第 ${last + 1} 项` : `${last} `
}

export function typeName(value: unknown): string {
  if (Array.isArray(value)) return '列表'
  if (typeof value === 'object') return TYPES.object as string
  return typeof value === 'string' ? `文本“${clip(value)}”` : String(value)
}

/** A value as a person would read it aloud; long ones are cut. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return '列表'
  if (typeof value === 'object' && value !== null) return '“键: 值”的一组'
  return typeof value === 'string' ? `“${clip(value)}”` : ` ${String(value)}`
}

function clip(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : characters.join('')
}
