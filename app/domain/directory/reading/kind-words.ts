import type { FactRow } from './fact-row'

/** What people call the kinds of service: the kind meant first, those it may well be after it. */
export const KIND_WORDS: readonly FactRow[] = [
  {
    chip: 'hostel',
    words: 'hostel, homeless hostel',
    weight: 'kind',
    required: ['kind:emergency kind:supported_housing kind:young_people'],
    preferred: ['kind:emergency'],
  },
  {
    chip: 'direct access',
    words:
      'direct access, night shelter, shelter, winter shelter, emergency accommodation, emergency housing, emergency bed, emergency hostel, crash pad, crashpad, night stop, nightstop, bed and breakfast, b and b, b b, bnb',
    weight: 'kind',
    required: ['kind:emergency kind:council_housing_options'],
    preferred: ['kind:emergency'],
  },
  {
    chip: 'approved premises and CAS',
    words:
      'approved premises, approved premise, bail hostel, probation hostel, ap, cas, cas1, cas2, cas3, cas 1, cas 2, cas 3, bail address, bail accommodation, community accommodation service',
    weight: 'kind',
    required: ['kind:approved_premises'],
  },
  {
    chip: 'supported housing',
    words:
      'supported housing, supported accommodation, supported living, support housing, halfway house, half way house, sheltered housing, sheltered accommodation, sheltered, housing with support, accommodation with support, house with support, supported house, supported',
    weight: 'kind',
    required: [
      'kind:supported_housing kind:young_people kind:young_parents kind:recovery_house kind:dispersed kind:housing_first kind:emergency',
    ],
    preferred: ['kind:supported_housing'],
  },
  {
    chip: 'refuge',
    words: 'refuge, womens refuge, safe house, safe accommodation, womens aid, safe place',
    weight: 'kind',
    required: ['kind:refuge'],
  },
  {
    chip: 'domestic abuse',
    words:
      'domestic abuse, domestic violence, domestic, dv, dva, abusive, abuse, abused, violent partner, violent ex, violent husband, violent boyfriend, fleeing, coercive control, controlling partner, honour based, honour, forced marriage, stalking, stalker, stalked, hits me, hit me, beats me, beating me, scared of my ex, scared of my partner, run away from, escape, my ex',
    weight: 'kind',
    required: ['kind:refuge pathway:abuse'],
    preferred: ['kind:refuge'],
  },
  {
    chip: 'rape and sexual violence',
    words:
      'rape, raped, sexual violence, sexual assault, sexually assaulted, sexual abuse, sexually abused, isva',
    weight: 'kind',
    required: ['pathway:abuse'],
  },
  {
    chip: 'sex work',
    words:
      'sex work, sex worker, sex working, working girl, prostitution, prostitute, exploitation, exploited, sexual exploitation, trafficking, trafficked, exiting',
    weight: 'kind',
    required: ['pathway:prostitution'],
  },
  {
    chip: 'recovery house',
    words:
      'recovery house, recovery housing, recovery, in recovery, rehab, rehabilitation, dry house, sober, sober living, abstinent, abstinence, detox, after detox, staying clean, stay clean, clean and sober, getting clean',
    weight: 'kind',
    required: ['kind:recovery_house for:in_recovery pathway:drugs_alcohol'],
    preferred: ['kind:recovery_house', 'for:in_recovery'],
  },
  {
    chip: 'dispersed tenancies and floating support',
    words:
      'floating support, tenancy support, dispersed, move on, move on accommodation, outreach, visiting support, resettlement support, tenancy, own tenancy, support at home',
    weight: 'kind',
    required: ['kind:dispersed kind:housing_first'],
    preferred: ['kind:dispersed'],
  },
  { chip: 'Housing First', words: 'housing first', weight: 'kind', required: ['kind:housing_first'] },
  {
    chip: 'deposit and bond',
    words:
      'bond, bond scheme, bonds, deposit, deposit scheme, rent deposit, private rent, private rented, private renting, private landlord, landlord, rent in advance, help with deposit, rent up front, renting, letting',
    weight: 'kind',
    required: ['kind:bond_scheme kind:council_housing_options'],
    preferred: ['kind:bond_scheme'],
  },
  {
    chip: 'council housing options',
    words:
      'council, local authority, housing options, homeless team, homelessness team, housing team, duty to refer, dtr, homelessness application, homeless application, council house, council flat, council housing, housing office, housing department, housing register',
    weight: 'kind',
    required: ['kind:council_housing_options'],
  },
  {
    chip: 'women’s centre',
    words:
      'womens centre, womens center, womens hub, womens project, womens group, womens service, womens support, centre for women',
    weight: 'kind',
    required: ['kind:womens_centre pathway:abuse'],
    preferred: ['kind:womens_centre'],
  },
  {
    chip: 'family support',
    words:
      'family support, family worker, family help, help for families, help for family, family support worker, support for families, support for family',
    weight: 'kind',
    required: ['kind:family_support pathway:families'],
    preferred: ['kind:family_support'],
  },
  {
    // Whoever names the kind means it, and not all that is for families.
    chip: 'parenting programme',
    words:
      'parenting course, parenting class, parenting programme, parenting program, parenting group, parent course, parent class',
    weight: 'kind',
    required: ['kind:parenting_programme programme:parenting_course'],
    preferred: ['kind:parenting_programme'],
  },
  {
    chip: 'parenting',
    words: 'parenting, parenting skills, being a better parent, better parent',
    weight: 'kind',
    required: ['kind:parenting_programme pathway:families'],
    preferred: ['kind:parenting_programme'],
  },
  {
    chip: 'course',
    words:
      'course, class, programme, program, workshop, better dad, better mum, better father, better mother',
    weight: 'wish',
    preferred: ['kind:parenting_programme'],
  },
  {
    chip: 'visits',
    words:
      'visit, visiting, visitor, visitors centre, visitor centre, visitors center, visits hall, family day, family visit, prison visit, visiting prison',
    weight: 'kind',
    required: [
      'kind:visitors_centre programme:visitors_centre programme:childrens_or_homework_visits deliveredIn:visits_hall',
    ],
    preferred: ['kind:visitors_centre programme:visitors_centre'],
  },
  {
    chip: 'children’s and homework visits',
    words:
      'homework club, homework visit, homework, childrens visit, childs visit, kids visit, visits for children, visits with my kids, visits with my children, play visits',
    weight: 'kind',
    required: ['programme:childrens_or_homework_visits kind:visitors_centre pathway:families'],
    preferred: ['programme:childrens_or_homework_visits'],
  },
  {
    chip: 'recorded stories',
    words:
      'bedtime story, bed time story, storybook, story book, recorded story, record a story, recording a story, story, read a story, reading to my kids, storybook dads, storybook mums, read to my kids',
    weight: 'kind',
    required: ['programme:recorded_stories pathway:families'],
    preferred: ['programme:recorded_stories'],
  },
  {
    chip: 'legal and contact advice',
    words:
      'legal advice, legal, solicitor, legal rights, family court, social services, parental rights, rights as a parent, contact with my kids, contact with my children, see my kids, see my children, access to my kids, access to my children, custody of my kids',
    weight: 'kind',
    required: ['programme:legal_rights_advice pathway:families'],
    preferred: ['programme:legal_rights_advice'],
  },
  {
    chip: 'lost contact with children',
    words:
      'lost contact, no contact, children in care, kids in care, adopted, adoption, taken into care, taken off me, lost my kids, lost my children, child removed, children removed',
    weight: 'kind',
    required: ['audience:parents_with_no_contact programme:legal_rights_advice pathway:families'],
    preferred: ['audience:parents_with_no_contact programme:legal_rights_advice'],
  },
  {
    chip: 'couple relationships',
    words:
      'couple relationship, couples relationship, relationship course, relationship, couples course, couple counselling, couples counselling, relationship counselling, marriage counselling',
    weight: 'kind',
    required: ['programme:couple_relationship pathway:families pathway:attitudes'],
    preferred: ['programme:couple_relationship'],
  },
  {
    chip: 'family learning',
    words: 'family learning, learning with my kids, learn together',
    weight: 'kind',
    required: ['programme:family_learning pathway:families'],
    preferred: ['programme:family_learning'],
  },
  {
    chip: 'mentoring',
    words:
      'mentor, mentoring, mentorship, through the gate, through gate, meet at the gate, met at the gate, gate pick up, gate pickup, picked up from prison, pick up from prison, pick up at the gate, befriending, befriender, peer support, someone to talk to, buddy',
    weight: 'kind',
    required: ['kind:mentoring'],
  },
  {
    chip: 'somewhere to live',
    words:
      'accommodation, no accommodation, without accommodation, no home, no house, no housing, without a home, housing, house, home, room, bed, bedroom, bedspace, lodging, digs, placement, somewhere to live, somewhere to stay, somewhere to sleep, some where to live, place to live, place to stay, places to live, places to stay, a place, address, release address, housed, rehoused, roof',
    weight: 'kind',
    required: ['pathway:accommodation'],
  },
  {
    chip: 'a shared house',
    words: 'shared house, house share, shared housing, sharing a house, houseshare',
    weight: 'kind',
    required: ['pathway:accommodation'],
    preferred: ['room:shared'],
  },
  {
    chip: 'a flat',
    words:
      'flat, own flat, bedsit, studio, apartment, bungalow, own house, self contained, self contained flat, own front door, own place',
    weight: 'kind',
    required: ['pathway:accommodation'],
    preferred: ['room:self_contained kind:dispersed kind:housing_first'],
  },
]
