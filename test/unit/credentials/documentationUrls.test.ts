import { FeishuAccessTokenApi } from '../../../credentials/FeishuAccessTokenApi.credentials';
import { FeishuApi } from '../../../credentials/FeishuApi.credentials';
import { FeishuCustomBotApi } from '../../../credentials/FeishuCustomBotApi.credentials';
import { FeishuOAuth2Api } from '../../../credentials/FeishuOAuth2Api.credentials';
import { FeishuStoreAppApi } from '../../../credentials/FeishuStoreAppApi.credentials';
import { readText } from '../../support/package/sources';

/** The anchors that GitHub makes of the headings. */
const anchors = [...readText('README.md').matchAll(/^#+ (.+)$/gm)].map((heading) =>
	(heading[1] ?? '')
		.toLowerCase()
		.replace(/[^\w\- ]/g, '')
		.replaceAll(' ', '-'),
);

const types = [FeishuApi, FeishuOAuth2Api, FeishuStoreAppApi, FeishuAccessTokenApi, FeishuCustomBotApi];

test.each(types)('the help of %p leads to a section of the README', (Type) => {
	expect(anchors).toContain(new Type().documentationUrl.split('#')[1]);
});
