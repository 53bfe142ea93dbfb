export const TYPE = {
    unknown: 0,
    attachment: 1,
    audio: 2,
    contact: 3,
    chatHistory: 4,
    emoticon: 5,
    image: 6,
    text: 7,
    location: 8,
    miniProgram: 9,
    groupNote: 10,
    transfer: 11,
    redEnvelope: 12,
    recalled: 13,
    url: 14,
    video: 15,
    post: 16,
};
export const DIRTY = { contact: 2, room: 3, roomMember: 4 };
/** somebody asks to become a friend */
export const FRIENDSHIP_RECEIVE = 2;
/** type of a file-box that is an address */
export const FILE_URL = 2;
/** A string of a payload; empty for anything else. */
export function words(value) {
    return typeof value === 'string' ? value : '';
}
//# sourceMappingURL=payloads.js.map