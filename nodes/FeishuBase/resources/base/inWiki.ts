import type { Asking } from '../../../shared/client/asking';
import { createInWiki } from '../../../shared/wiki/createInWiki';
import type { MadeBase } from './output';

/** Makes a base below a page of a wiki, which the endpoint for bases refuses (1254002). @throws CallError */
export async function createBaseInWiki(
	asking: Asking,
	place: { wikiNode: string; origin: string },
	name: string,
): Promise<MadeBase> {
	const { token: app_token, ...page } = await createInWiki(asking, place, 'bitable', name);
	return { app_token, name, ...page };
}
