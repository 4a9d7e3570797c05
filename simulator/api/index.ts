import { ailyRoutes } from './aily';
import { tokenRoute } from '../accounts/tokenRoutes';
import { longConnectionRoutes } from './longConnection/endpoint';
import { applicationRoutes } from './application/applications';
import { appScopeRoutes } from './application/appScopes';
import { approvalRoutes } from './approval';
import { authRoutes } from './auth/tokens';
import { olderLoginRoutes } from './auth/olderLogin';
import { storeTokenRoutes } from './auth/storeTokens';
import { userInfoRoutes } from './auth/userInfo';
import { baseRoutes } from './base';
import { hookRoutes } from './im/bot/hook';
import { botRoutes } from './im/bot/info';
import { calendarRoutes } from './calendar';
import { cardRoutes } from './im/cardkit/cards';
import { cardElementRoutes } from './im/cardkit/elements';
import { departmentRoutes } from './contact/departments';
import { groupRoutes } from './contact/groups';
import { scopeRoutes } from './contact/scopes';
import { userRoutes } from './contact/users';
import { docRoutes } from './docs';
import { commentRoutes } from './drive/comments';
import { placedCommentRoutes } from './drive/placedComments';
import { driveSubscriptionRoutes } from './drive/driveSubscriptions';
import { driveDeleteRoutes } from './drive/driveDeletes';
import { driveFileRoutes } from './drive/driveFiles';
import { driveChangeRoutes } from './drive/driveChanges';
import { driveMetaRoutes } from './drive/driveMetas';
import { driveVersionRoutes } from './drive/driveVersions';
import { exportTaskRoutes } from './drive/exportTasks';
import { importTaskRoutes } from './drive/importTasks';
import { fileDownloadRoutes } from './drive/fileDownloads';
import { fileUploadRoutes } from './drive/fileUploads';
import { mediaDownloadRoutes } from './drive/mediaDownloads';
import { mediaUploadRoutes } from './drive/mediaUploads';
import { permissionMemberRoutes } from './drive/permissionMembers';
import { permissionOwnerRoutes } from './drive/permissionOwner';
import { publicPermissionRoutes } from './drive/publicPermissions';
import { imRoutes } from './im';
import { chatLookupRoutes } from './im/chatLookups';
import { personalSubscriptionRoutes } from './personalSubscriptions';
import { cardUpdateRoutes } from './im/interactive/cardUpdate';
import { batchSendRoutes } from './im/batch/batchSend';
import { ephemeralRoutes } from './im/interactive/ephemeral';
import type { Route } from '../gateway/route';
import { documentSearchRoutes } from './search/documentSearch';
import { searchRoutes } from './search/search';
import { sheetRoutes } from './sheets';
import { wikiRoutes } from './wiki';
import { taskRoutes } from './task';

export const routes: readonly Route[] = [
	...authRoutes,
	...storeTokenRoutes,
	...appScopeRoutes,
	...applicationRoutes,
	tokenRoute,
	...olderLoginRoutes,
	...userInfoRoutes,
	...botRoutes,
	...hookRoutes,
	...imRoutes,
	...chatLookupRoutes,
	...batchSendRoutes,
	...ephemeralRoutes,
	...groupRoutes,
	...userRoutes,
	...departmentRoutes,
	...scopeRoutes,
	...cardRoutes,
	...cardElementRoutes,
	...cardUpdateRoutes,
	...searchRoutes,
	...documentSearchRoutes,
	...baseRoutes,
	...sheetRoutes,
	...wikiRoutes,
	...docRoutes,
	...commentRoutes,
	...placedCommentRoutes,
	...driveSubscriptionRoutes,
	...driveFileRoutes,
	...driveChangeRoutes,
	...driveDeleteRoutes,
	...driveMetaRoutes,
	...driveVersionRoutes,
	...fileUploadRoutes,
	...fileDownloadRoutes,
	...exportTaskRoutes,
	...importTaskRoutes,
	...mediaUploadRoutes,
	...mediaDownloadRoutes,
	...permissionMemberRoutes,
	...permissionOwnerRoutes,
	...publicPermissionRoutes,
	...approvalRoutes,
	...calendarRoutes,
	...taskRoutes,
	...ailyRoutes,
	...personalSubscriptionRoutes,
	...longConnectionRoutes,
];
