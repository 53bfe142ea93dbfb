import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_LIMITS, MEDIA_KINDS } from '../model/media.js';
import { GROUP_PACKS } from '../model/member.js';
import { DAY, MINUTE, SECOND } from '../model/time.js';
import { pupilOf } from '../text/index.js';
import { checkChannelSecrets } from './channel-checks.js';
import { channelOf, smtpOf } from './channel-format.js';
import { check, Findings } from './diagnostics.js';
import { checkSecret, interpolate } from './interpolate.js';
import { opinionOf } from './opinion-format.js';
import { checkSchool } from './school-checks.js';
import { schoolSchema } from './school-format.js';
import { fileProblem, readText } from './source.js';
import { tighteningOf } from './tighten.js';
import { YamlFile } from './yaml.js';
/**
 * Reads the school file. What is wrong is told at once; a file that others can read is a warning. The result holds
 * personal data and secrets. Places name the file as `file` was given.
 */
export async function loadSchool(file, options) {
    let absent = false;
    const info = await stat(file).catch((error) => {
        absent = error.code === 'ENOENT';
        return null;
    });
    if (absent) {
        const missing = fileProblem(file, 'BZ505', `没有 ${basename(file)}`, '运行 banzhang init 来建立');
        return { ok: false, diagnostics: [missing], sources: new Map() };
    }
    const text = await readText(file, file);
    if (typeof text !== 'string')
        return { ok: false, diagnostics: [text], sources: new Map() };
    const result = buildSchool(file, text, options);
    if (!result.ok || !info || (info.mode & 0o077) === 0 || process.platform === 'win32')
        return result;
    const open = fileProblem(file, 'BZ123', '学校文件里有孩子的姓名，别的用户也能读', `chmod 600 ${file}`);
    return { ...result, warnings: [...result.warnings, open] };
}
/** The same without a disk. */
export function buildSchool(name, text, { env, packs = GROUP_PACKS }) {
    const sources = new Map([[name, text]]);
    const findings = new Findings();
    const rejected = () => ({ ok: false, diagnostics: findings.list(), sources });
    const file = new YamlFile(name, text);
    findings.push(...file.diagnostics);
    if (file.broken)
        return rejected();
    if (file.value === null) {
        findings.push(fileProblem(name, 'BZ105', '文件是空的', '运行 banzhang init 来建立'));
        return rejected();
    }
    const root = file.root();
    checkSecret(root.at('bot').at('puppet_token'), findings);
    checkChannelSecrets(root, findings);
    checkSecret(root.at('second_opinion').at('key'), findings);
    const filled = interpolate(root, env, findings);
    const written = check(schoolSchema, root.withValue(filled), findings);
    if (written)
        checkSchool(written, root, packs, findings);
    if (!written || !findings.empty)
        return rejected();
    return { ok: true, school: complete(written), warnings: [], sources };
}
function limitsOf(media) {
    const limit = (kind) => {
        const written = media[`${kind}_mb`];
        return [kind, written === undefined ? DEFAULT_LIMITS[kind] : written * 1024 * 1024];
    };
    return Object.fromEntries(MEDIA_KINDS.map(limit));
}
/** A parent's children: those who are listed, or else the pupil whom the name card names (`李雷妈妈`), if the class has one. */
function pupilsOf({ name, role = 'parent', students }, roster) {
    if (students)
        return students;
    const pupil = role === 'parent' ? pupilOf(name) : null;
    return pupil !== null && (roster === undefined || roster.includes(pupil)) ? [pupil] : [];
}
function complete(written) {
    const { bot, pacing, media, retention, calendar } = written;
    return {
        school: written.school,
        timezone: written.timezone ?? 'Asia/Shanghai',
        bot: {
            id: bot.id,
            puppet: bot.puppet ?? 'wechaty-puppet-wechat4u',
            puppetToken: bot.puppet_token ?? null,
            ...(bot.accept_friends === undefined ? {} : { acceptFriends: bot.accept_friends }),
        },
        dataDir: written.data_dir ?? 'data',
        rulesDir: written.rules_dir ?? 'rules',
        groups: written.groups.map(group => ({
            id: group.id,
            topic: group.topic,
            pack: group.pack,
            grade: group.grade ?? null,
            ...(group.tighten && { tighten: tighteningOf(group.tighten) }),
            members: group.members.map(member => ({
                name: member.name,
                aka: member.aka ?? [],
                role: member.role ?? 'parent',
                students: pupilsOf(member, group.students),
                exempt: member.exempt ?? [],
            })),
            ...(group.students && { rosterWritten: true }),
            students: group.students ?? [...new Set(group.members.flatMap(member => pupilsOf(member)))],
            scamNoticeAuthorised: group.scam_notice_authorised ?? false,
            ...(group.after_work_note && { afterWorkNote: true }),
            ...(group.posts && {
                posts: group.posts.map(({ at, text, notice }) => ({ at, text, notice: notice ?? true })),
            }),
            mode: group.mode ?? 'shadow',
        })),
        people: written.people.map(({ name, role, groups, channels }) => ({
            name,
            role,
            groups: groups ?? null,
            channels: (channels ?? []).map(channelOf),
        })),
        smtp: written.smtp ? smtpOf(written.smtp) : null,
        ...(written.second_opinion && { opinion: opinionOf(written.second_opinion) }),
        pacing: {
            perMinute: pacing?.per_minute ?? 10,
            perDay: pacing?.per_day ?? 300,
            jitter: pacing?.jitter ?? 3 * SECOND,
        },
        ...(media && { media: limitsOf(media) }),
        retention: {
            inbox: retention?.inbox ?? 10 * MINUTE,
            flagged: retention?.flagged ?? 30 * DAY,
            escalated: retention?.escalated ?? 180 * DAY,
        },
        signals: written.signals ?? [],
        calendar: { workdays: calendar?.workdays ?? [], restDays: calendar?.rest_days ?? [] },
    };
}
//# sourceMappingURL=school.js.map