export const CAPABILITIES = [
    'sayInGroup',
    'sayInPrivate',
    'recallOwn',
    'recallOther',
    'removeMember',
    'announce',
    'hearsItself',
];
//# sourceMappingURL=capability.js.map