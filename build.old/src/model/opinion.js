/** What a second opinion can be about: whether somebody's words are meant so. Nothing of safety, privacy, abuse or data. */
export const OPINION_CATEGORIES = [
    'commerce',
    'training_ad',
    'vote_canvass',
    'unrelated_share',
    'red_packet',
    'rumor_chain',
    'private_chat',
    'homework',
    'informal_notice',
];
/** All that an answer can say: the message is of the category, is not, or nobody can tell. */
export const OPINIONS = ['yes', 'no', 'unsure'];
/** What became of a call; `answered` alone has an opinion. */
export const CALL_OUTCOMES = [
    'answered',
    /** known from an earlier call: nothing left */
    'cached',
    'timeout',
    'unreachable',
    /** it points elsewhere; nobody follows */
    'redirect',
    /** any other HTTP status but success */
    'status',
    'too_long',
    /** no completion, or one that is not the JSON that was asked for */
    'malformed',
];
//# sourceMappingURL=opinion.js.map