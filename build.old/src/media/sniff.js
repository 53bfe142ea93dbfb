/** Magic numbers by where they stand; `..` in a pattern is any byte. The first one that fits counts. */
const MAGIC = [
    [0, 'ffd8ff', 'image/jpeg'],
    [0, '89504e470d0a1a0a', 'image/png'],
    [0, '474946383.61', 'image/gif'],
    [0, '52494646........57454250', 'image/webp'],
    [0, '52494646........57415645', 'audio/wav'],
    [0, '52494646........41564920', 'video/x-msvideo'],
    [0, '424d........00000000', 'image/bmp'],
    [4, '6674797068656963', 'image/heic'],
    [4, '667479706d696631', 'image/heic'],
    [4, '6674797061766966', 'image/avif'],
    [4, '6674797071742020', 'video/quicktime'],
    [4, '667479704d344120', 'audio/mp4'],
    [4, '66747970', 'video/mp4'],
    [0, '1a45dfa3', 'video/webm'],
    [0, '2321414d52', 'audio/amr'],
    [0, '232153494c4b5f5633', 'audio/silk'],
    [0, '02232153494c4b5f5633', 'audio/silk'],
    [0, '4f676753', 'audio/ogg'],
    [0, '494433', 'audio/mpeg'],
    [0, 'fffb', 'audio/mpeg'],
    [0, 'fff3', 'audio/mpeg'],
    [0, 'fff2', 'audio/mpeg'],
    [0, '25504446', 'application/pdf'],
    [0, '504b0304', 'application/zip'],
    [0, '504b0506', 'application/zip'],
    // doc, xls, ppt and wps of before 2007
    [0, 'd0cf11e0a1b11ae1', 'application/x-ole-storage'],
    [0, '526172211a07', 'application/vnd.rar'],
    [0, '377abcaf271c', 'application/x-7z-compressed'],
    [0, '1f8b', 'application/gzip'],
    [0, '4d5a', 'application/x-msdownload'],
    [0, '7f454c46', 'application/x-elf'],
];
const LOOKED_AT = 512;
/** What some bytes are, by how they begin, as a MIME type; null for what is not known. Never throws. */
export function sniff(bytes) {
    if (bytes.length === 0)
        return null;
    const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('hex');
    for (const [offset, pattern, mime] of MAGIC)
        if (fits(start.slice(offset * 2), pattern))
            return mime;
    return isText(bytes.subarray(0, LOOKED_AT)) ? 'text/plain' : null;
}
function fits(hex, pattern) {
    if (hex.length < pattern.length)
        return false;
    for (let i = 0; i < pattern.length; i++)
        if (pattern[i] !== '.' && pattern[i] !== hex[i])
            return false;
    return true;
}
/** UTF-8 without control characters; a character that the end cuts in two does not count against it. */
function isText(bytes) {
    if (bytes.some(byte => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)))
        return false;
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=sniff.js.map