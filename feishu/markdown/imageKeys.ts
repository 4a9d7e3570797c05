/**
 * Whether an address is a key of the platform: `img_…`, or the bare UUID that old uploads have.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/content-components/image
 */
export function isImageKey(address: string): boolean {
	return /^(?:img_|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$)/i.test(address);
}
