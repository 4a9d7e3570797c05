import { InputError } from '../../../../feishu/input';
import { collectionField } from '../../../shared/fields/nested';
import { defineBatchOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { extra, mediaField } from './mediaFields';

const LINKS = 'GET /open-apis/drive/v1/medias/batch_get_tmp_download_url';

/** Links in one request, which serves as many items. Source: …/drive-v1/media/batch_get_tmp_download_url */
const MOST = 5;

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [extra]);

export const getLink = defineBatchOperation({
	value: 'getLink',
	name: 'Get Temporary Link',
	action: 'Get a temporary link of a file in a document',
	description: 'A link by which anybody can download an attachment or image for 24 hours',
	endpoint: LINKS,
	scopes: ['docs:document.media:download', 'drive:drive:readonly', 'drive:drive'],
	identity: 'either',
	fields: [mediaField, options],
	output: outputOf({ file_token: 'string', tmp_download_url: 'string' }),
	prepare({ read, label }) {
		return { token: read(mediaField), extra: read(options).mediaExtra ?? '', label: label(mediaField) };
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
