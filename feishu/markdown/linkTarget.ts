import { bracketedAddress } from './addresses';

/**
 * An address as the target of a link in a card: `&copy=` and the like count as characters even there, and numbers to call
 * are written with slashes.
 * @see https://open.feishu.cn/document/common-capabilities/message-card/message-card (questions about sending, 6 and 10)
 */
export function linkTarget(url: string): string {
	return bracketedAddress(url.replace(/^tel:(?:\/\/)?/i, 'tel://')).replace(/&(?=[#a-z])/gi, '&#38;');
}
