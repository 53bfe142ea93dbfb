import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { BanzhangError } from '../../model/errors.js';
import { LogLineError, parseLogLine } from './line.js';
/** Reads group logs line by line (JSON Lines, UTF-8). Throws BZ402 where a file cannot be read. */
export async function* readLog(file) {
    const stream = createReadStream(file, { encoding: 'utf8' });
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    let line = 0;
    let opened = false;
    try {
        for await (const text of lines) {
            line++;
            const trimmed = line === 1 ? text.replace(/^\uFEFF/, '').trim() : text.trim();
            if (trimmed === '')
                continue;
            const item = read(trimmed, file, line);
            if (item.kind === 'header')
                opened = true;
            if (item.kind === 'event' && !opened) {
                yield { kind: 'problem', file, line, message: '消息出现在群信息之前；文件应先有一行带 members 的群信息' };
            }
            else
                yield item;
        }
    }
    catch (error) {
        throw unreadable(file, error);
    }
    finally {
        lines.close();
        stream.destroy();
    }
}
function read(text, file, line) {
    try {
        const parsed = parseLogLine(text);
        return 'header' in parsed
            ? { kind: 'header', file, line, header: parsed.header }
            : { kind: 'event', file, line, event: parsed.event };
    }
    catch (error) {
        if (!(error instanceof LogLineError))
            throw error;
        return { kind: 'problem', file, line, message: error.message };
    }
}
function unreadable(file, error) {
    const code = error.code;
    if (code === undefined)
        return error;
    const why = code === 'ENOENT' ? '文件不存在' : code === 'EISDIR' ? '这是一个文件夹' : `无法读取（${code}）`;
    return new BanzhangError('BZ402', `${file}：${why}`, { hint: '检查路径和读取权限', cause: error });
}
//# sourceMappingURL=log.js.map