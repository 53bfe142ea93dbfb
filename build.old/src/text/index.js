/** What a text is made of: one normal form, words, entities, masks, questions, notices, grey lines, local time. */
export { accusesStaff, STAFF_WORDS } from './accusation.js';
export { anonymous } from './anonymous.js';
export { calendarKnows, localTime } from './calendar.js';
export { remainder } from './consists.js';
export { standardReading } from './dialect/index.js';
export { findEntities, pupilOf } from './entities/index.js';
export { parseGreyLine } from './greyline.js';
export { compileLexicon } from './lexicon.js';
export { excerpt, mask, maskName } from './mask.js';
export { isGeneric, namePartsOf } from './names.js';
export { normalise, spanOf, toKey } from './normalise.js';
export { noticeOf } from './notice.js';
export { isQuestion } from './question.js';
export { quotationIn } from './quotation.js';
export { heardOf, initialsOf, muddlesOf, soundOf, weakKey } from './weak/index.js';
export { isTimeZone, zonedInstant, zoneOffset } from './zone.js';
//# sourceMappingURL=index.js.map