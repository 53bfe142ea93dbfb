/**
 * Every error a user can meet, by code. `BZ1xx` configuration, `BZ2xx` ledger, `BZ3xx` gateway,
 * `BZ4xx` logs to replay, `BZ5xx` command line and environment. docs/errors.md is generated from this table.
 */
export const ERRORS = {
    BZ101: 'YAML 语法错误',
    BZ102: '未知的键',
    BZ103: '值的类型不对',
    BZ104: '值不在可选范围内',
    BZ105: '缺少必填项',
    BZ106: '规则 id 重复',
    BZ107: '规则示例未通过',
    BZ108: '未知的信号',
    BZ109: '模式（正则）无效',
    BZ110: '未知的词表',
    BZ111: '未知的消息键',
    BZ112: '消息参数不符',
    BZ113: '规则包不存在或循环继承',
    BZ114: '文件无法读取',
    BZ115: '文件不是文本',
    BZ116: '环境变量未设置',
    BZ117: '示例重复',
    BZ118: '第三方信号无法加载',
    BZ119: '覆盖了不存在的规则',
    BZ120: '示例太少',
    BZ121: '设置互相矛盾',
    BZ122: '名称重复',
    BZ123: '文件权限过宽',
    BZ201: '账本版本比程序新',
    BZ202: '账本无法打开',
    BZ203: '账本不能写入',
    BZ204: '账本哈希链断裂',
    BZ205: '密钥不可用',
    BZ206: '磁盘已满',
    BZ207: '账本已被另一个进程占用',
    BZ301: '无法登录微信',
    BZ302: '网关不支持该操作',
    BZ303: '发送失败',
    BZ304: '群尚未在学校文件中登记',
    BZ305: '网页微信已在手机上退出（1100）',
    BZ306: '微信会话已失效，或账号在别处登录（1101）',
    BZ307: '微信服务器结束了会话（1102）',
    BZ308: '这个微信号被限制登录网页微信（1203）',
    BZ309: '好几分钟听不到群里的话',
    BZ401: '日志行无法解析',
    BZ402: '日志文件无法读取',
    BZ501: '文件已存在，未覆盖',
    BZ502: '参数无效',
    BZ503: '找不到记录',
    BZ504: '运行环境不满足要求',
    BZ505: '学校文件不存在',
    BZ506: '配置有错误',
};
/** An error that a user can do something about: a code, one sentence, where, what to do. */
export class BanzhangError extends Error {
    code;
    hint;
    place;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'BanzhangError';
        this.code = code;
        this.hint = options.hint ?? null;
        this.place = options.place ?? null;
    }
}
//# sourceMappingURL=errors.js.map