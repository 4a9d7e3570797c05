import type { ObjectFacts } from '../kinds';

/**
 * What holds for one tag of card JSON 2.0, which refuses every property that is not listed.
 * @see https://open.feishu.cn/document/feishu-cards/card-json-v2-components/component-json-v2-overview
 */
export interface TagFacts extends ObjectFacts {
	/** Of the documentation, below its components. */
	page: string;
	/** Where a part stands that is no component of its own. */
	within?: string;
	/** How it nests: containers count towards the depth; some stand directly in the card, or in forms, only. */
	container?: boolean;
	rootOnly?: boolean;
	formOnly?: boolean;
	/** Whether people can change it, so that a form needs its name. */
	interactive?: boolean;
}
