export { markdownElements, markdownText } from './card';
export { escapeMarkdown } from './escape';
export { imagesOf, withImageKeys } from './images';
export { withoutMentions } from './mentions';
export { tableCount } from './parse';
export { plainText } from './plain';
export { plainPost } from './plainPost';
export { markdownPost } from './post';
export { splitMarkdown } from './split';
