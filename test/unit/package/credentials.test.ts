/** Who may read a credential: what is read in two places is soon read in two ways. */
import { globSync } from 'node:fs';

import { readText, root } from '../../support/package/sources';

const files = globSync('{nodes,credentials,feishu}/**/*.ts', { cwd: root });
const holding = (words: RegExp) => files.filter((file) => words.test(readText(file))).sort();

test('n8n is asked for credentials in one place', () => {
	expect(holding(/\bgetCredentials\b/)).toEqual(['nodes/shared/client/credential.ts']);
});

test('what stands in a credential is read by sessions, by appOf and by the client of the custom bot', () => {
	expect(holding(/\breadCredential\(/)).toEqual([
		'nodes/FeishuCustomBot/customBotClient.ts',
		'nodes/shared/client/accessTokenSession.ts',
		'nodes/shared/client/appOf.ts',
		'nodes/shared/client/credential.ts',
		'nodes/shared/client/personSession.ts',
		'nodes/shared/client/refreshedSession.ts',
		'nodes/shared/client/storeAppNews.ts',
	]);
});
