import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { sniff } from '../../src/media/index.js'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

describe('sniff', () => {
  it.each<[string, Uint8Array]>([
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['image/gif', bytes('GIF89a')],
    ['image/gif', bytes('GIF87a...')],
    ['image/webp', bytes('RIFF', [9, 9, 9, 9], 'WEBPVP8 ')],
    ['image/bmp', bytes('BM', [1, 2, 3, 4], [0, 0, 0, 0])],
    ['image/heic', bytes([0, 0, 0, 24], 'ftypheic')],
    ['video/mp4', bytes([0, 0, 0, 24], 'ftypmp42')],
    ['video/quicktime', bytes([0, 0, 0, 24], 'ftypqt  ')],
    ['audio/silk', bytes([2], '#!SILK_V3')],
    ['audio/silk', bytes('#!SILK_V3')],
    ['audio/amr', bytes('#!AMR\n')],
    ['audio/mpeg', bytes('ID3', [4, 0])],
    ['audio/mpeg', bytes([0xff, 0xfb, 0x90])],
    ['application/pdf', bytes('%PDF-1.7')],
    ['application/zip', bytes('PK', [3, 4], 'word/document.xml')],
    ['application/x-ole-storage', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['application/vnd.rar', bytes('Rar!', [0x1a, 7, 0])],
    ['application/x-msdownload', bytes('MZ', [0x90, 0])],
    ['application/x-elf', bytes([0x7f], 'ELF')],
    ['text/plain', Buffer.from('姓名,电话\r\n甲,乙\t')],
    ['text/plain', Buffer.from('<html><script>')],
  ])('knows %s by how it begins', (mime, content) => {
    expect(sniff(content)).toBe(mime)
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['noise', Buffer.from([0, 1, 2, 3, 4])],
    ['text that is not UTF-8', Buffer.from([0xd0, 0xd5, 0xc3])],
    ['half a magic number', Buffer.from([0x89, 0x50])],
  ])('does not know %s', (_, content) => {
    expect(sniff(content)).toBeNull()
  })

  it('takes a text whose character is cut at the end of what is looked at for a text', () => {
    expect(sniff(Buffer.from('家'.repeat(400)))).toBe('text/plain')
  })

  it('is not led by a name inside: a picture with a script in it is a picture', () => {
    expect(sniff(bytes('GIF89a', '<script>alert(1)</script>'))).toBe('image/gif')
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), content => void sniff(content)))
  })
})
