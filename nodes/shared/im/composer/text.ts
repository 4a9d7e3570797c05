import { checkSize } from '../../../../feishu/im/content/contentLimits';
import { textContent } from '../../../../feishu/im/content/textContent';
import { InputError } from '../../../../feishu/input';
import { attribution } from './attribution';
import type { MessageKind } from './kind';
import { readMentions } from './mentions';

export const text: MessageKind = {
	value: 'text',
	name: 'Text',
	description: 'Plain text; line breaks and links are kept',
	fields: (surface) => [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Deployment finished',
			description: surface.app
				? 'Up to 150 KB. &lt;b&gt;, &lt;i&gt;, &lt;u&gt; and &lt;s&gt; give styles, [words](https://…) a link.'
				: 'Up to 20 KB',
		},
	],
	async compose(context) {
		const { param, surface } = context;
		const words = param.rawText('text');
		const mentions = await readMentions(context);
		if (words.trim() === '' && mentions.length === 0)
			throw new InputError(param.label('text'), `The field '${param.label('text')}' is empty`);
		const from = attribution(context);
		const content = textContent(from ? `${words}\n${from}` : words, mentions);
		checkSize(param.label('text'), JSON.stringify(content), surface.textLimit);
		return [{ msg_type: 'text', content }];
	},
};
