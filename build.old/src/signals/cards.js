import { isStaff } from '../model/member.js';
import { toKey } from '../text/index.js';
const KIN = '爸爸|妈妈|爸|妈|父亲|母亲|爷爷|奶奶|外公|外婆|姥爷|姥姥|公公|婆婆|阿公|阿嬷|叔叔|舅舅|伯伯|姑姑|姨妈|阿姨|小姨|姑妈|哥哥|姐姐|家长|监护人|家属|mama|baba|mom|dad';
const STAFF = '老师|教师|班主任|辅导员|校长|主任|教导|德育|教务|年级组|校办';
const AGENCY = '教育|培训|机构|补习|辅导班|托管|托班|晚托|招生|课程顾问|学习顾问|规划师|客服|官方|代购|优选|团购|拼团|商城|商行|超市|工作室|旗舰|专卖|批发|直销|总代|代理|微商|保险|理财|贷款|证券|房产|置业|装修|家政|摄影|影楼|画室|琴行|舞蹈|跆拳道|编程|兼职|中介|推广|营销|福利';
const TEACHER_LIKE = new RegExp(STAFF);
const AGENCY_LIKE = new RegExp(AGENCY);
const ENDS_IN_KIN = new RegExp(`(?:${KIN})[0-9]*$`);
const FAMILY = new RegExp(`^(?:[0-9a-z]{0,6}(?:年级|年|班|号)?)*([\\u4e00-\\u9fff]{2,12}?)的?(?:${KIN})[0-9]*$`);
/** Claims to be of the school. A teacher's kin ("王老师妈妈") does not. */
export function isTeacherLike(name) {
    const key = toKey(name);
    return TEACHER_LIKE.test(key) && !ENDS_IN_KIN.test(key);
}
/** A business or a training agency, never a family. */
export function isAgencyLike(name) {
    const key = toKey(name);
    return AGENCY_LIKE.test(key) && !ENDS_IN_KIN.test(key) && !/(?:老师|主任|校长)$/.test(key);
}
/**
 * Looks like the card of a member of staff without being one: the same match key, or one claims the same surname and
 * title (`王老师` beside `班主任王老师`), or one character of the name was exchanged.
 */
export function isCloneOf(name, id, group) {
    const own = group.members.find(member => member.id === id);
    if (own && isStaff(own.role))
        return false;
    const key = toKey(name);
    if (key === '' || ENDS_IN_KIN.test(key))
        return false;
    const core = coreOf(key);
    return staffKeys(group).some(staff => staff.key === key || (core !== '' && core === staff.core && TEACHER_LIKE.test(key)) || titleForged(key, staff));
}
/** `学生姓名+称谓` (twins too), or the card of a member of staff. With a roster, one of its pupils must be named. */
export function isWellFormed(name, students) {
    const key = toKey(name);
    if (isTeacherLike(name))
        return true;
    if (!FAMILY.test(key))
        return false;
    return students.length === 0 || students.some(student => key.includes(toKey(student)));
}
const staffOf = new WeakMap();
function staffKeys(group) {
    let keys = staffOf.get(group);
    if (!keys) {
        keys = group.members
            .filter(member => isStaff(member.role))
            .map(member => toKey(member.name))
            .filter(key => key !== '')
            .map(key => ({ key, core: coreOf(key) }));
        staffOf.set(group, keys);
    }
    return keys;
}
/** What is left of a staff card without subject and post: the name. */
function coreOf(key) {
    return key.replace(/语文|数学|英语|科学|体育|音乐|美术|物理|化学|生物|历史|地理|道法|政治|信息|心理|生活|副?班主任|年级组长|年级|德育处|教务处|校办|组长|老师|教师|主任|副?校长|辅导员|[0-9]+班?/g, '');
}
/** One character of at least four was exchanged outside the name: a look-alike of the title, not another teacher. */
function titleForged(key, staff) {
    if (key.length !== staff.key.length || key.length < 4)
        return false;
    const apart = [...staff.key].filter((char, i) => char !== key[i]);
    return apart.length === 1 && staff.core !== '' && !staff.core.includes(apart[0]);
}
//# sourceMappingURL=cards.js.map