type Cell = string | number

/** A Markdown table. */
export const table = (head: readonly Cell[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** A share of 1 in percent, with one decimal. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
