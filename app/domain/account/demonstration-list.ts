/** Who can sign in to the demonstration. Shown on its sign-in page; every person and organisation is invented. */
export interface DemonstrationAccount {
  email: string
  name: string
  /** The key of the organisation in organisations.ts. */
  organisationKey: string
  organisation: string
  role:
    | 'officer'
    | 'provider_worker'
    | 'provider_manager'
    | 'council_officer'
    | 'commissioner'
    | 'editor'
    | 'administrator'
    | 'coordinator'
  does: string
}

/** One password for every account of the demonstration, which holds no real person. */
export const DEMONSTRATION_PASSWORD = 'a fictional bed by the tyne'

export const DEMONSTRATION_ACCOUNTS: DemonstrationAccount[] = [
  {
    email: 'officer.lownewton@example.org',
    name: 'A. Officer',
    organisationKey: 'LNI',
    organisation: 'HMP & YOI Low Newton',
    role: 'officer',
    does: 'Finds beds for women leaving Low Newton, and refers them',
  },
  {
    email: 'officer2.lownewton@example.org',
    name: 'B. Officer',
    organisationKey: 'LNI',
    organisation: 'HMP & YOI Low Newton',
    role: 'officer',
    does: 'A colleague of the same team: shares its cases',
  },
  {
    email: 'officer.durham@example.org',
    name: 'C. Officer',
    organisationKey: 'DMI',
    organisation: 'HMP & YOI Durham',
    role: 'officer',
    does: 'Finds beds for men leaving Durham; sees nothing of Low Newton',
  },
  {
    email: 'officer.northumberland@example.org',
    name: 'D. Officer',
    organisationKey: 'NLI',
    organisation: 'HMP Northumberland',
    role: 'officer',
    does: 'Finds beds for men leaving Northumberland',
  },
  {
    email: 'worker.marlpit@example.org',
    name: 'E. Worker',
    organisationKey: "Marlpit Women's Project",
    organisation: "Marlpit Women's Project (fictional)",
    role: 'provider_worker',
    does: 'Keeps vacancies true and answers referrals at two women-only houses',
  },
  {
    email: 'manager.marlpit@example.org',
    name: 'F. Manager',
    organisationKey: "Marlpit Women's Project",
    organisation: "Marlpit Women's Project (fictional)",
    role: 'provider_manager',
    does: 'Manages the same two houses, and names who assesses',
  },
  {
    email: 'worker.quernstone@example.org',
    name: 'G. Worker',
    organisationKey: 'Quernstone Housing',
    organisation: 'Quernstone Housing (fictional)',
    role: 'provider_worker',
    does: 'Answers referrals to dispersed flats in Middlesbrough',
  },
  {
    email: 'manager.quernstone@example.org',
    name: 'H. Manager',
    organisationKey: 'Quernstone Housing',
    organisation: 'Quernstone Housing (fictional)',
    role: 'provider_manager',
    does: 'Manages the dispersed flats',
  },
  {
    email: 'worker.saltpan@example.org',
    name: 'I. Worker',
    organisationKey: 'Saltpan Lane Homes',
    organisation: 'Saltpan Lane Homes (fictional)',
    role: 'provider_worker',
    does: 'Keeps a direct-access hostel’s count of beds',
  },
  {
    email: 'manager.saltpan@example.org',
    name: 'J. Manager',
    organisationKey: 'Saltpan Lane Homes',
    organisation: 'Saltpan Lane Homes (fictional)',
    role: 'provider_manager',
    does: 'Manages the hostel and the chalets',
  },
  {
    email: 'council.newcastle@example.org',
    name: 'K. Adviser',
    organisationKey: 'E08000021',
    organisation: 'Newcastle upon Tyne housing options (demonstration)',
    role: 'council_officer',
    does: 'Council housing options',
  },
  {
    email: 'commissioner@example.org',
    name: 'L. Commissioner',
    organisationKey: 'commissioner',
    organisation: 'North East reducing reoffending partnership (fictional)',
    role: 'commissioner',
    does: 'Sees supply across the 12 authorities, and never a person',
  },
  {
    email: 'worker.alderbeck@example.org',
    name: 'P. Worker',
    organisationKey: 'Alderbeck Families',
    organisation: 'Alderbeck Families (fictional)',
    role: 'provider_worker',
    does: 'Gives places on programmes for mothers and fathers',
  },
  {
    email: 'worker.stonecrop@example.org',
    name: 'Q. Worker',
    organisationKey: 'Stonecrop Resettlement',
    organisation: 'Stonecrop Resettlement (fictional)',
    role: 'provider_worker',
    does: 'Gives places on courses for fathers',
  },
  {
    email: 'editor@example.org',
    name: 'M. Editor',
    organisationKey: 'region',
    organisation: 'Throughgate regional team (fictional)',
    role: 'editor',
    does: 'Keeps the directory',
  },
  {
    email: 'administrator@example.org',
    name: 'N. Administrator',
    organisationKey: 'region',
    organisation: 'Throughgate regional team (fictional)',
    role: 'administrator',
    does: 'Reads the audit, takes escalations',
  },
  {
    email: 'coordinator@example.org',
    name: 'O. Coordinator',
    organisationKey: 'region',
    organisation: 'Throughgate regional team (fictional)',
    role: 'coordinator',
    does: 'Holds the queue of people nobody fits, with their agreement',
  },
]
