import FastScanner from 'fastscan'
import { Mint } from 'mint-filter'
import AhoCorasick from 'modern-ahocorasick'

/** Searches a text for every word of a list and says nothing of what it means. */
export type Scan = (text: string) => void

/** Bare scans by the word filters that a user would pick, over the same words. */
export function filtersOf(words: readonly string[]): Record<string, Scan> {
  const list = [...new Set(words)]
  const modern = new AhoCorasick(list)
  const fast = new FastScanner(list)
  const filter = new Mint(list, { transform: 'none' })
  return {
    'modern-ahocorasick': text => void modern.search(text),
    fastscan: text => void fast.search(text),
    'mint-filter': text => void filter.filter(text),
  }
}
