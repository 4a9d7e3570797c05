export { buildCard, buildNamedCard } from './build';
export type { ButtonStyle, HeaderColor, TagColor } from './colors';
export { tableFrom } from './tableFrom';
export { propertyProblem, type CardPart } from './blockProperties';
export type * from './types';
export { CUSTOM_BOT_LIMIT_BYTES } from './limits';
export * from './simpleChart';
export { CARD_USES, cardHints, checkCard, checkElements, type CardUse, type CheckOptions } from './check';
export { wantsClicks } from './clicks';
