import type { OperationContext } from '../operation/operation';
import type { Sources } from './mediaSources';

/** Where an operation's pictures and files come from. @param label what complaints call the field with the text */
export function sourcesOf(
	{ feishu, context, itemIndex }: Pick<OperationContext, 'feishu' | 'context' | 'itemIndex'>,
	label: string,
): Sources {
	return { feishu, context, itemIndex, label };
}
