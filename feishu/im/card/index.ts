export { buildCard, buildNamedCard, type BuiltCard, type CardPath } from './build';
export { BUTTON_STYLES, HEADER_COLORS, TAG_COLORS, TEXT_SIZES } from './colors';
export type { ButtonStyle, HeaderColor, TagColor, TextSize } from './colors';
export { tableFrom } from './tableFrom';
export type * from './types';
export { LANGUAGES } from '../languages';
export { CARD_LIMIT_BYTES, CUSTOM_BOT_LIMIT_BYTES, ELEMENTS_LIMIT, TABLES_LIMIT } from './limits';
export * from './simpleChart';
export { CARD_USES, cardHints, checkCard, checkElements, type CardUse, type CheckOptions } from './check';
