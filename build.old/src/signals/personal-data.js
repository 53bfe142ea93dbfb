import { entitySignal } from './entities.js';
/** Personal data of whomever; checks (ID checksum, Luhn) are the extractor's. */
export const personalData = entitySignal({
    name: 'personal_data',
    summary: '含个人信息（手机号、身份证号、银行卡号、住址等），例如 personal_data: any',
    label: '个人信息',
    kinds: ['mobile', 'landline', 'national_id', 'bank_card', 'plate', 'address', 'email', 'wechat_id', 'qq'],
});
//# sourceMappingURL=personal-data.js.map