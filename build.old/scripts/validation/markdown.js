/** A Markdown table. */
export const table = (head, rows) => [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
/** A share of 1 in percent, with one decimal. */
export const percent = (share) => `${(share * 100).toFixed(1)} %`;
//# sourceMappingURL=markdown.js.map