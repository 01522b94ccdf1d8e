// Short names for the schemas of openapi.yaml. Add those that you need.
import type {components} from './schema';

type Schemas = components['schemas'];

export type Title = Schemas['Title'];
export type TitlePage = Schemas['TitlePage'];
export type Phase = Schemas['Phase'];
export type Lane = Schemas['Lane'];
export type Finding = Schemas['Finding'];
export type Failure = Schemas['Failure'];
export type Progress = Schemas['Progress'];
export type PlanOutline = Schemas['PlanOutline'];
export type Notification = Schemas['Notification'];
export type Problem = Schemas['Problem'];
export type Server = Schemas['Server'];
export type Role = Schemas['Role'];
export type Key = Schemas['Key'];
export type KeyForm = Schemas['KeyForm'];
export type AuditEntry = Schemas['AuditList']['entries'][number];
export type SubmitForm = Schemas['SubmitForm'];
export type SidecarForm = Schemas['SidecarForm'];
export type TrackRole = Schemas['TrackRole'];
export type UploadForm = Schemas['UploadForm'];
export type Upload = Schemas['Upload'];
export type Part = Schemas['Part'];
export type Queue = Schemas['Queue'];
export type DeadLetter = Schemas['DeadLetter'];
export type Me = Schemas['Me'];
export type SignInWays = Schemas['SignIn'];
export type ProfileCheck = Schemas['ProfileCheck'];
export type Statistics = Schemas['Statistics'];
export type TrialForm = Schemas['TrialForm'];
export type TaskMap = Schemas['TaskMap'];
