-- M10: nights of beds that were confirmed free, confirmed, and all; women-only and mixed apart. There are no women in it.
select provision || '.' || part as cell, 0 as women, sum(nights)::int as count
from bed_night
  cross join lateral (values ('free', fresh_free), ('fresh', fresh_beds), ('all', beds)) as each (part, nights)
where night between $1 and $2
group by provision, part;
