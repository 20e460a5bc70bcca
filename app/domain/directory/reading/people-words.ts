import type { FactRow } from './fact-row'

/** Who somebody is, or comes with: what a place is never searched without (product.md, "Search"). */
export const PEOPLE_WORDS: readonly FactRow[] = [
  {
    chip: 'women only',
    words:
      'women only, only women, female only, ladies only, all female, women’s only, no men, just women, single sex female',
    weight: 'need',
    required: ['womenOnly:yes'],
  },
  {
    chip: 'for women',
    words: 'woman, female, lady, girl, girls',
    weight: 'need',
    required: ['takes:women sex:not_stated'],
    preferred: ['womenOnly:yes'],
  },
  {
    chip: 'for men',
    words: 'man, male, lad, bloke, guy, gentleman',
    weight: 'need',
    required: ['takes:men sex:not_stated'],
  },
  {
    chip: 'for a woman of the family',
    words: 'daughter, sister, wife, my daughter, my sister, my wife, my girlfriend',
    weight: 'wish',
    preferred: ['takes:women sex:not_stated'],
  },
  {
    chip: 'for a man of the family',
    words: 'son, brother, husband, my son, my brother, my husband, my boyfriend, my lad',
    weight: 'wish',
    preferred: ['takes:men sex:not_stated'],
  },
  {
    chip: 'for mothers',
    words: 'mum, mam, mother, mummy, mom',
    weight: 'need',
    required: ['takes:women sex:not_stated'],
    preferred: ['audience:mothers takesChildren:yes pathway:families'],
  },
  {
    chip: 'for fathers',
    words: 'dad, daddy, father',
    weight: 'need',
    required: ['takes:men sex:not_stated'],
    preferred: ['audience:fathers', 'pathway:families'],
  },
  { chip: 'for parents', words: 'parent', weight: 'kind', required: ['pathway:families'] },
  { chip: 'families', words: 'family', weight: 'wish', preferred: ['pathway:families'] },
  {
    chip: 'for a couple',
    words:
      'couple, me and my partner, my partner and me, my partner and i, with my partner, with partner, with his partner, with her partner, boyfriend and girlfriend, girlfriend and me, boyfriend and me, me and my girlfriend, me and my boyfriend, me and my wife, me and my husband, my wife and me, my husband and me, husband and wife, with my girlfriend, with my boyfriend, both of us, live together',
    weight: 'need',
    required: ['takesCouples:yes takesCouples:case_by_case'],
    preferred: ['takesCouples:yes'],
  },
  {
    chip: 'with children',
    words:
      'child, kid, boy, bairn, toddler, little one, with my children, year old child, schoolchild, son and daughter, my little girl, my little boy',
    weight: 'need',
    required: ['takesChildren:yes takesChildren:case_by_case pathway:families'],
    preferred: ['takesChildren:yes'],
  },
  {
    chip: 'mother and baby',
    words:
      'mother and baby, mum and baby, mam and baby, mother and baby unit, mbu, mother and child, mum and child',
    weight: 'need',
    required: [
      'takes:women sex:not_stated',
      'takesChildren:yes takesChildren:case_by_case kind:young_parents programme:mother_and_baby pathway:families',
    ],
    preferred: ['kind:young_parents programme:mother_and_baby', 'takesChildren:yes'],
  },
  {
    chip: 'with a baby',
    words: 'baby, newborn, infant, parent and baby, parent and child, father and baby, dad and baby',
    weight: 'need',
    required: [
      'takesChildren:yes takesChildren:case_by_case kind:young_parents programme:mother_and_baby pathway:families',
    ],
    preferred: ['kind:young_parents programme:mother_and_baby', 'takesChildren:yes'],
  },
  {
    chip: 'pregnant',
    words: 'pregnant, pregnancy, expecting, expectant, antenatal, having a baby',
    weight: 'need',
    required: [
      'pregnancy:yes audience:pregnant kind:young_parents takesChildren:yes takesChildren:case_by_case',
    ],
    preferred: ['pregnancy:yes audience:pregnant kind:young_parents'],
  },
  {
    chip: 'with a pet',
    words: 'dog, puppy, cat, pet, animal, staffie, staffy',
    weight: 'wish',
    required: ['pets:yes'],
  },
  {
    chip: 'with an assistance dog',
    words: 'assistance dog, guide dog, hearing dog, support dog, assistance animal',
    weight: 'wish',
    required: ['pets:yes pets:assistance_only'],
  },
  {
    chip: 'veterans',
    words:
      'veteran, ex army, ex forces, ex force, ex military, ex serviceman, ex service, ex soldier, armed forces, army, navy, raf, soldier, military, served in the army',
    weight: 'wish',
    preferred: ['for:veterans'],
  },
  {
    chip: 'care leavers',
    words:
      'care leaver, leaving care, left care, been in care, care experienced, looked after child, in care as a child, care experience',
    weight: 'wish',
    preferred: ['for:care_leavers', 'kind:young_people'],
  },
  {
    chip: 'young people',
    words:
      'young person, young people, young adult, youth, teenager, teen, foyer, young man, young woman, young offender, supported lodgings',
    weight: 'need',
    required: ['ages:16-17 ages:18-20 ages:21-24'],
    preferred: ['kind:young_people'],
  },
  {
    chip: 'young parents',
    words: 'young parent, young family, teenage parent',
    weight: 'kind',
    required: ['kind:young_parents audience:young_parents'],
    preferred: ['kind:young_parents'],
  },
  {
    chip: 'young mothers',
    words: 'young mum, young mother, young mam, teenage mum, teenage mother',
    weight: 'kind',
    required: ['kind:young_parents audience:young_parents', 'takes:women sex:not_stated'],
    preferred: ['kind:young_parents'],
  },
  {
    chip: 'young fathers',
    words: 'young dad, young father, teenage dad, teenage father',
    weight: 'kind',
    required: ['kind:young_parents audience:young_parents audience:fathers', 'takes:men sex:not_stated'],
    preferred: ['audience:young_parents', 'audience:fathers'],
  },
  {
    chip: 'older people',
    words: 'older people, older person, elderly, pensioner, oap, old man, old woman, retired',
    weight: 'wish',
    required: ['ages:60-64 ages:65+'],
  },
  {
    chip: 'from prison',
    words:
      'from prison, out of prison, leaving prison, prison leaver, ex offender, offender, ex prisoner, ex con, on licence, on probation, criminal record, conviction, convicted, out of jail, from jail, leaving jail, leaving custody, from custody, released from prison, release from prison, coming out of prison, getting out of prison, prison release, gate release, prisoner, been inside, just got out, getting released, being released, released',
    weight: 'need',
    required: ['prison_leavers:not_refused'],
    preferred: ['acceptsPeopleFromPrison:yes'],
  },
  {
    chip: 'held in prison',
    words:
      'in prison, in jail, inside prison, behind bars, serving prisoner, while inside, in custody, still inside',
    weight: 'wish',
    preferred: ['deliveredIn:prison deliveredIn:visits_hall kind:visitors_centre'],
  },
  {
    chip: 'grandparents and other carers',
    words:
      'kinship, kinship care, kinship carer, grandparent, grandmother, grandma, granny, nan, nana, grandad, grandfather, grandchild, grandchildren, grandson, granddaughter, special guardian, special guardianship, sgo, auntie, aunt, carer',
    weight: 'kind',
    required: ['programme:kinship_carers audience:carers pathway:families'],
    preferred: ['programme:kinship_carers', 'audience:carers'],
  },
  {
    chip: 'partners',
    words:
      'prisoners wife, prisoners partner, prisoners husband, wife of a prisoner, partner of a prisoner, partners of prisoners, prisoner’s family, prisoners families, family of a prisoner',
    weight: 'kind',
    required: ['pathway:families'],
    preferred: ['audience:partners'],
  },
]
