import { InputError } from '../../../../feishu/input';
import { collectionField } from '../../../shared/fields/nested';
import { textField } from '../../../shared/fields/plain';
import { complaint, mappedField } from '../../../shared/operation/field';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const LINKS = 'GET /open-apis/drive/v1/medias/batch_get_tmp_download_url';

/** Links in one request, which serves as many items. Source: …/drive-v1/media/batch_get_tmp_download_url */
const MOST = 5;

const file = mappedField(
	textField({
		displayName: 'File Token',
		name: 'mediaFile',
		required: true,
		placeholder: 'e.g. boxcnrHpsg1QDqXAAAyachabcef',
		description: 'Of a file in a document, a base or a spreadsheet: an attachment or an image',
	}),
	(token, label) => {
		if (/^[A-Za-z0-9]{10,64}$/.test(token)) return token;
		throw complaint(label, `holds no token of a file: ${token.slice(0, 60)}`, 'Take file_token of the attachment');
	},
);

const extra = textField({
	displayName: 'Extra',
	name: 'mediaExtra',
	placeholder: 'e.g. {"bitablePerm":{"tableId":"tbl…","rev":5}}',
	description: 'What a base with advanced permissions wants to know; it stands in the address of the attachment',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [extra]);

export const getLink = defineBatchOperation({
	value: 'getLink',
	name: 'Get Temporary Link',
	action: 'Get a temporary link of a file in a document',
	description: 'A link by which anybody can download an attachment or image for 24 hours',
	endpoint: LINKS,
	scopes: ['docs:document.media:download', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [file, options],
	output: outputOf({ file_token: 'string', tmp_download_url: 'string' }),
	prepare({ read, label }) {
		return { token: read(file), extra: read(options).mediaExtra ?? '', label: label(file) };
	},
	batch: { most: MOST, by: (wanted) => wanted.extra },
	async runAll(wanted, { feishu }) {
		const { tmp_download_urls = [] } = await feishu.call<{
			tmp_download_urls?: Array<{ file_token: string; tmp_download_url: string }>;
		}>(LINKS, { query: { file_tokens: wanted.map(({ token }) => token), extra: wanted[0]?.extra } });
		return wanted.map(
			({ token, label }) =>
				tmp_download_urls.find(({ file_token }) => file_token === token) ??
				new InputError(label, `There is no link for ${token}`, 'It was deleted, or who asks may not open its document'),
		);
	},
});
