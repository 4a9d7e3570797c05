/**
 * Published limits of a card.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-structure
 */
export { CARD_LIMIT_BYTES } from '../content/contentLimits';

/** Of the body that a custom bot takes. @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const CUSTOM_BOT_LIMIT_BYTES = 20 * 1024;

/** Everything with a tag counts: components, texts, icons. */
export const ELEMENTS_LIMIT = 200;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/table */
export const TABLES_LIMIT = 5;
export const TABLE_COLUMNS_LIMIT = 50;
export const TABLE_PAGE_LIMIT = 10;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/rich-text */
export const MARKDOWN_TABLES_LIMIT = 4;

/** Containers within containers. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/containers/column-set */
export const NESTING_LIMIT = 5;

/** @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/title */
export const HEADER_TAGS_LIMIT = 3;

/** How many images each grid shows. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/multi-image-laylout */
export const IMAGE_GRIDS = { double: 2, triple: 3, bisect: 6, trisect: 9 } as const;

/** Beside the box of a checker. @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/interactive-components/checker */
export const CHECKBOX_BUTTONS_LIMIT = 3;
