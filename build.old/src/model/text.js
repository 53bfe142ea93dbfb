export const ENTITY_KINDS = [
    'mobile',
    'landline',
    'national_id',
    'bank_card',
    'plate',
    'address',
    'email',
    'wechat_id',
    'qq',
    'url',
    'price',
    'score',
    'rank',
    'student',
    'payment_qr',
];
//# sourceMappingURL=text.js.map