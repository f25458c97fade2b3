<#ftl output_format="plainText">
<#-- A letter to the leaders of communities, as official letters to the outside are laid out. What is not known stays dotted. -->
<#assign long="........................................" short="....................">
ที่ ${short}                                        ${agency.office}
<#list agency.address as line>
                                                               ${line}
</#list>

                                        วันที่ ${long}

เรื่อง  ขอความอนุเคราะห์ประชาสัมพันธ์${record.reference}

เรียน  ผู้นำชุมชน ${long}

<#if record.enclosures?size == 1>
สิ่งที่ส่งมาด้วย  ${record.enclosures[0]}  จำนวน ${short} ฉบับ
<#else>
สิ่งที่ส่งมาด้วย
<#list record.enclosures as enclosure>
    ${enclosure}  จำนวน ${short} ฉบับ
</#list>
</#if>

        ด้วย${agency.name} ${agency.place} มี${record.reference}<#if record.number?has_content> ที่ ${record.number}</#if><#if record.date?has_content> ลงวันที่ ${record.date}</#if><#if record.summary?has_content> มีสาระสำคัญคือ ${record.summary}</#if>

        ${agency.name}จึงขอความอนุเคราะห์จากท่านประชาสัมพันธ์ให้ประชาชนในชุมชนทราบโดยทั่วกัน ทั้งนี้ อ่านฉบับเต็มได้ที่ ${record.url}

        จึงเรียนมาเพื่อโปรดทราบและประชาสัมพันธ์ต่อไป

                                        ขอแสดงความนับถือ



                                        (${long})
                                        ตำแหน่ง ${long}


${record.unit?has_content?then(record.unit, "ส่วนงาน " + long)}
<#if agency.phone?has_content>
โทร. ${agency.phone}
<#else>
โทร. ${short}
</#if>
<#if agency.fax?has_content>
โทรสาร ${agency.fax}
</#if>
<#if agency.email?has_content>
อีเมล ${agency.email}
</#if>
