/** Remembers nothing: for a log, where nobody ever logs in again. */
export const NO_MEMORY = {
    identityMark: text => text,
    identities: () => [],
    saveIdentity: () => { },
    forgetIdentity: () => { },
    knownGroup: () => null,
    bindingQuestions: () => [],
};
//# sourceMappingURL=store.js.map