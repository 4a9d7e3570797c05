import { checkSize, TEXT_LIMIT_BYTES } from '../../../feishu/content/limits';
import { textContent } from '../../../feishu/content/text';
import { InputError } from '../../../feishu/input';
import type { MessageKind } from './index';
import { mentionsField, readMentions } from './mentions';

export const text: MessageKind = {
	value: 'text',
	name: 'Text',
	description: 'Plain text; line breaks and links are kept',
	fields: [
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Deployment finished',
			description:
				'Up to 150 KB. &lt;b&gt;, &lt;i&gt;, &lt;u&gt; and &lt;s&gt; give styles, [words](https://…) a link.',
		},
		mentionsField,
	],
	async compose(context) {
		const { param } = context;
		const words = param.rawText('text');
		const mentions = await readMentions(context);
		if (words.trim() === '' && mentions.length === 0)
			throw new InputError(param.label('text'), `The field '${param.label('text')}' is empty`);
		const content = textContent(words, mentions);
		checkSize(param.label('text'), JSON.stringify(content), TEXT_LIMIT_BYTES);
		return { msg_type: 'text', content };
	},
};
